import { listed } from '../engine/lexicon.ts'

/**
 * Given names that are common in the countries of our eight languages, as their statistical offices list them, and that
 * are not everyday words as well. They find names that no label announces; a name that is not here is found by its label.
 */
export const givenNames: readonly string[] = [
  ...listed(`
    Adrien, Agathe, Agnès, Alain, Albane, Alexandre, Alexis, Alice, Aline, Alix, Ambre, Amélie, Anaïs, André, Andrée, Anne,
    Annick, Annie, Anouk, Anthony, Antoine, Antonin, Apolline, Ariane, Armand, Arnaud, Arthur, Astrid, Aubin, Aude, Audrey,
    Aurélie, Aurélien, Aurore, Axelle, Baptiste, Barnabé, Bastien, Béatrice, Benjamin, Benoît, Bernadette, Bernard, Bertrand,
    Blandine, Brigitte, Bruno, Camille, Capucine, Caroline, Catherine, Cécile, Cédric, Céline, Chantal, Charlène, Charlotte,
    Chloé, Christelle, Christian, Christiane, Christine, Christophe, Claire, Clarisse, Claude, Claudine, Clémence, Clément,
    Colette, Coralie, Corentin, Corinne, Cyril, Cyrille, Damien, Daniel, Danielle, David, Delphine, Denis, Denise, Didier,
    Dominique, Edgar, Édith, Édouard, Eléonore, Éliane, Élisabeth, Élise, Élodie, Éloïse, Elsa, Émile, Émilie, Emma, Emmanuel,
    Emmanuelle, Enzo, Éric, Estelle, Esther, Étienne, Eugène, Eugénie, Évelyne, Fabien, Fabienne, Fabrice, Fanny, Félicie,
    Ferdinand, Fernand, Florent, Floriane, Florian, Francine, Francis, Franck, François, Françoise, Frédéric, Frédérique,
    Gabin, Gabriel, Gabrielle, Gaël, Gaëlle, Gaëtan, Gaston, Gauthier, Geneviève, Geoffrey, Georges, Georgette, Gérald, Gérard,
    Germaine, Ghislain, Ghislaine, Gilbert, Gilles, Ginette, Gisèle, Grégoire, Grégory, Guillaume, Gustave, Guy, Gwenaëlle,
    Hélène, Henri, Henriette, Hervé, Honoré, Hubert, Hugo, Hugues, Huguette, Inès, Irène, Isabelle, Ismaël, Ivan, Jacqueline,
    Jacques, Jade, Jean, Jeanne, Jeannine, Jérémie, Jérémy, Jérôme, Jessica, Joachim, Joël, Joëlle, Johan, Jonathan, Jordan,
    Joris, Joseph, Joséphine, Josette, Josiane, Jules, Julia, Julie, Julien, Juliette, Justine, Karine, Kévin, Laetitia, Laura,
    Laure, Laurence, Laurent, Léa, Léo, Léon, Léonie, Liliane, Lilou, Lionel, Loïc, Lou, Louane, Louis, Louise, Luc, Lucas,
    Lucette, Lucie, Lucien, Lucienne, Ludivine, Ludovic, Lydie, Mael, Maëlle, Magali, Manon, Marc, Marcel, Marcelle, Margaux,
    Margot, Marguerite, Marianne, Marie, Marielle, Marine, Marion, Marius, Marlène, Marthe, Martial, Martine, Maryse, Mathieu,
    Mathilde, Mathis, Matthieu, Maud, Maurice, Maxence, Maxime, Mélanie, Mélissa, Michaël, Michel, Michèle, Micheline, Mireille,
    Monique, Morgane, Muriel, Mylène, Myriam, Nadège, Nadine, Nathalie, Nathan, Nicolas, Nicole, Noah, Noé, Noël, Noémie, Norbert,
    Océane, Odette, Odile, Olivia, Olivier, Pascal, Pascale, Patrice, Patricia, Patrick, Paul, Paule, Paulette, Pauline, Perrine,
    Philippe, Pierre, Pierrette, Quentin, Rachel, Raoul, Raphaël, Raymond, Raymonde, Régine, Régis, Rémi, Rémy, Renaud, Renée,
    Richard, Robert, Roger, Roland, Romain, Romane, Rosalie, Roxane, Sabine, Salomé, Samuel, Sandra, Sandrine, Sébastien, Ségolène,
    Serge, Séverine, Simone, Simon, Solange, Solène, Sonia, Sophie, Stéphane, Stéphanie, Suzanne, Sylvain, Sylvette, Sylvie,
    Tanguy, Théo, Théodore, Thérèse, Thibault, Thibaut, Thierry, Thomas, Timothée, Tristan, Ugo, Valentin, Valentine, Valérie,
    Vanessa, Véronique, Victor, Vincent, Virginie, Viviane, Xavier, Yann, Yannick, Yves, Yvette, Yvon, Yvonne, Zoé
  `),
  ...listed(`
    Aaron, Abigail, Adam, Adrian, Aidan, Alan, Albert, Alex, Alexander, Alexandra, Alfred, Alison, Allison, Amanda, Amelia, Amy,
    Andrea, Andrew, Angela, Anna, Annabelle, Anthony, Archie, Arnold, Ashley, Audrey, Barbara, Barry, Benjamin, Beth, Bethany,
    Betty, Beverly, Bradley, Brandon, Brenda, Brian, Bridget, Bruce, Bryan, Caitlin, Caleb, Cameron, Carl, Carla, Carol, Carolyn,
    Catherine, Charles, Charlie, Chelsea, Cheryl, Christina, Christopher, Cindy, Clara, Clifford, Colin, Connor, Craig, Crystal,
    Curtis, Cynthia, Darren, Deborah, Debra, Dennis, Derek, Diana, Diane, Donald, Donna, Doris, Dorothy, Douglas, Dustin, Dylan,
    Edmund, Edward, Edwin, Eileen, Elaine, Eleanor, Elena, Elijah, Elizabeth, Ellen, Emily, Eric, Erica, Ethan, Eugene, Evan,
    Evelyn, Fiona, Fletcher, Florence, Frances, Franklin, Frederick, Gareth, Gary, Gavin, Geoffrey, George, Georgina, Gerald, Gillian,
    Gloria, Gordon, Graham, Gregory, Hannah, Harold, Harriet, Harry, Heather, Helen, Henry, Herbert, Holly, Howard, Hugh, Ian, Irene,
    Isaac, Isabella, Isla, Jacob, James, Jamie, Jane, Janet, Janice, Jason, Jayden, Jeffrey, Jennifer, Jenny, Jeremy, Jesse, Jessica,
    Jill, Joan, Joanna, Joanne, Joel, John, Johnny, Jonathan, Jordan, Joshua, Joyce, Judith, Judy, Julia, Julian, Justin, Karen, Katherine,
    Kathleen, Kathryn, Katie, Keith, Kelly, Kenneth, Kevin, Kimberly, Kirsty, Kyle, Larry, Laura, Lauren, Lawrence, Leigh, Leonard, Leslie,
    Lewis, Liam, Linda, Lisa, Logan, Lois, Lorraine, Louis, Lucy, Luke, Lynn, Madison, Malcolm, Marcus, Margaret, Maria, Marilyn, Martha,
    Martin, Mary, Matthew, Maureen, Megan, Melanie, Melissa, Melvin, Michael, Michelle, Mildred, Molly, Monica, Nancy, Naomi, Natalie,
    Nathaniel, Neil, Nicholas, Nicola, Nicole, Nigel, Noah, Nora, Norman, Olivia, Oliver, Oscar, Owen, Pamela, Patricia, Paula, Peggy,
    Peter, Philip, Phillip, Phoebe, Rachel, Ralph, Rebecca, Reginald, Rhys, Richard, Robin, Rodney, Ronald, Rosemary, Ruby, Russell, Ruth,
    Ryan, Samantha, Sandra, Sarah, Scott, Sean, Sebastian, Sharon, Sheila, Shirley, Sidney, Sophia, Stanley, Stella, Stephanie, Stephen,
    Steven, Stuart, Susan, Sylvia, Tammy, Teresa, Terence, Theresa, Thomas, Timothy, Tina, Todd, Tony, Tracey, Tracy, Trevor, Tyler,
    Vanessa, Vera, Victoria, Vincent, Virginia, Walter, Wayne, Wendy, Wilfred, William, Zachary, Zoe, Devin, Randy, Jimmy, Kristen,
    Janine, Gail, Nina, Tanya, Maya, Mia, Ava, Ella, Leah, Chloe
  `),
  ...listed(`
    Achim, Adelheid, Alfons, Andreas, Angelika, Anja, Anke, Anneliese, Annette, Anton, Armin, Axel, Bärbel, Bastian, Bernd, Bernhard,
    Birgit, Björn, Brigitta, Britta, Carsten, Christoph, Claudia, Clemens, Cornelia, Dagmar, Detlef, Dieter, Dietmar, Dirk, Doris,
    Eberhard, Eckhard, Edeltraud, Elfriede, Elke, Elsbeth, Erich, Erika, Ernst, Eva, Felix, Florian, Franz, Franziska, Frieda, Friedrich,
    Fritz, Gabriele, Georg, Gerda, Gerhard, Gertrud, Gisela, Gottfried, Greta, Gudrun, Günter, Günther, Gustav, Hannelore, Hanna, Hannes,
    Hans, Harald, Hartmut, Hedwig, Heide, Heidi, Heike, Heiko, Heiner, Heinrich, Heinz, Helga, Helge, Helmut, Henning, Herbert, Hermann,
    Hildegard, Holger, Horst, Ilse, Ines, Ingeborg, Ingo, Ingrid, Irmgard, Jens, Joachim, Jochen, Johann, Johanna, Johannes, Jörg, Josef,
    Jürgen, Jutta, Kai, Karin, Karl, Karsten, Katharina, Kathrin, Katja, Katrin, Kerstin, Klara, Klaus, Konrad, Kurt, Lars, Lena, Lieselotte,
    Lothar, Ludwig, Lukas, Lutz, Maik, Manfred, Manuela, Marcel, Marianne, Marlies, Martina, Mathias, Matthias, Maximilian, Michaela,
    Mirko, Monika, Moritz, Nadja, Niklas, Norbert, Olaf, Oliver, Oskar, Otto, Paula, Petra, Rainer, Ralf, Regina, Reinhard, Reinhold, Renate,
    Ricarda, Roswitha, Rudolf, Ruth, Sabrina, Siegfried, Sigrid, Silke, Silvia, Sonja, Stefan, Stefanie, Steffen, Susanne, Sven, Tanja,
    Theodor, Thorsten, Tilman, Tobias, Torsten, Traute, Udo, Ulrich, Ulrike, Ursula, Uta, Ute, Uwe, Verena, Volker, Waltraud, Werner, Wilhelm,
    Winfried, Wolfgang, Wolfram, Yvonne
  `),
  ...listed(`
    Adolfo, Adriana, Agustín, Aitor, Alberto, Alejandra, Alejandro, Alfonso, Alfredo, Alicia, Almudena, Álvaro, Amparo, Ana, Andrés, Ángel,
    Ángela, Ángeles, Antonia, Antonio, Araceli, Armando, Arturo, Ascensión, Asunción, Beatriz, Begoña, Belén, Beltrán, Benito, Bernardo,
    Blanca, Borja, Carlos, Carmelo, Carmen, Carolina, Catalina, César, Concepción, Consuelo, Cristian, Cristina, Cristóbal, Daniela, Diego,
    Dolores, Domingo, Eduardo, Elena, Elisa, Emilia, Emilio, Encarnación, Enrique, Ernesto, Esperanza, Esteban, Eugenio, Eusebio, Fabricio,
    Federico, Felipe, Fernanda, Fernando, Fátima, Francisca, Francisco, Gemma, Gerardo, Germán, Gonzalo, Gregorio, Guillermo, Héctor,
    Hernán, Ignacio, Íñigo, Inmaculada, Isabel, Isidro, Ismael, Iván, Jaime, Javier, Jesús, Joaquín, Jordi, Jorge, José, Josefa, Josefina, Juan,
    Juana, Julián, Julio, Laura, Leandro, Leonor, Leticia, Lidia, Lorena, Lorenzo, Lourdes, Lucía, Luis, Luisa, Macarena, Magdalena, Manuel,
    Manuela, Marcelo, Marcos, Margarita, María, Mariana, Mariano, Maribel, Mariola, Marta, Mateo, Mauricio, Mercedes, Miguel, Milagros,
    Miriam, Mónica, Montserrat, Natalia, Nieves, Noelia, Nuria, Óscar, Pablo, Paloma, Patricio, Pedro, Pilar, Rafael, Ramiro, Ramón, Raquel, Raúl,
    Remedios, Ricardo, Roberto, Rocío, Rodrigo, Rosario, Rubén, Salvador, Sara, Sergio, Silvia, Sofía, Soledad, Sonia, Susana, Teresa,
    Tomás, Valeria, Verónica, Vicente, Víctor, Virginia, Xavier, Yolanda, Julieta, Timotea, Marcela, Luiza
  `),
  ...listed(`
    Alberico, Alessandra, Alessandro, Alessia, Alessio, Angelo, Anita, Anna, Antonella, Antonietta, Arianna, Assunta, Aurora, Beatrice, Bruna,
    Carlo, Carmela, Caterina, Cesare, Chiara, Claudio, Concetta, Cristiano, Dario, Davide, Domenico, Donatella, Edoardo, Elena, Elisabetta,
    Emanuele, Enrico, Enza, Ettore, Fabio, Fabrizio, Federica, Federico, Filippo, Filomena, Flavia, Francesca, Francesco, Franco, Gabriella,
    Gaetano, Giacomo, Gianni, Gianluca, Gianfranco, Ginevra, Giorgia, Giorgio, Giovanna, Giovanni, Giulia, Giuliano, Giulio, Giuseppe,
    Giuseppina, Graziella, Guido, Ilaria, Immacolata, Ivana, Jacopo, Leonardo, Letizia, Lorenzo, Luca, Lucia, Luciana, Luciano, Luigi, Luigia,
    Marcello, Marco, Margherita, Mariangela, Mario, Martina, Massimo, Matteo, Mattia, Maurizio, Michela, Michele, Mirella, Nicoletta, Nicolò,
    Nunzia, Orazio, Ornella, Paola, Paolo, Pasquale, Patrizia, Piero, Pietro, Raffaella, Raffaele, Renato, Riccardo, Rita, Roberta, Rocco,
    Rosanna, Rossella, Salvatore, Sabrina, Sandro, Serena, Settimio, Silvana, Simona, Simone, Stefania, Stefano, Teresa, Tiziana, Tommaso,
    Umberto, Valentina, Vincenza, Vincenzo, Vittorio, Viviana
  `),
  ...listed(`
    Abel, Afonso, Alexandra, Ana, Anabela, António, Armindo, Artur, Augusta, Augusto, Bárbara, Beatriz, Bernardo, Bruna, Caetano, Catarina, Célia,
    Cláudia, Cláudio, Custódio, Diogo, Duarte, Eduarda, Elisabete, Fábio, Fátima, Fernão, Filipa, Filipe, Flávio, Francisca, Gabriela, Gonçalo,
    Guilherme, Helena, Henrique, Hugo, Inês, Isabel, Joana, João, Jorge, José, Judite, Juliana, Leonor, Letícia, Lígia, Lúcia, Luís, Luísa, Mafalda,
    Manuel, Márcia, Márcio, Margarida, Mariana, Matilde, Miguel, Nuno, Patrícia, Paulo, Rafaela, Raquel, Renato, Ricardo, Rita, Rodrigo, Rui,
    Salomé, Sandra, Sérgio, Sílvia, Sofia, Susana, Telmo, Teresa, Tiago, Vanessa, Vasco, Vítor, Thiago, Vinícius, Fernanda, Larissa, Camila
  `),
  ...listed(`
    Aad, Albertus, Anneke, Annelies, Anouk, Antonius, Arie, Bart, Bas, Bram, Cees, Cornelis, Daan, Dirk, Eline, Elly, Esmée, Femke, Floor, Floris,
    Frits, Geert, Gerrit, Gijs, Gijsbrecht, Hendrik, Hendrika, Hennie, Ineke, Jaap, Jacoba, Jan, Jasper, Jelle, Jeroen, Jesse, Johan, Joke, Joost,
    Joris, Jurgen, Klaas, Koen, Lars, Lieke, Lotte, Luuk, Maarten, Maartje, Marieke, Marijke, Marleen, Martijn, Mieke, Milan, Nienke, Niels, Noor,
    Pieter, Pieternella, Rik, Rob, Roos, Ruben, Ruud, Saskia, Sander, Sem, Sjoerd, Sophie, Stijn, Teun, Thijs, Tijs, Timo, Truus, Wietske, Wilhelmina,
    Willem, Willemijn, Wim, Wouter, Yvonne
  `),
  ...listed(`
    Abdallah, Abdel, Abdelaziz, Abdelkader, Abdellah, Abderrahmane, Abdul, Abdullah, Adel, Ahmad, Ahmed, Aïcha, Aisha, Akram, Ali, Amina, Amine,
    Amir, Amira, Anwar, Ashraf, Asma, Ayman, Ayoub, Aziz, Aziza, Bachir, Bilal, Brahim, Dalila, Djamel, Driss, Fadil, Fahd, Faisal, Farid, Farida,
    Fatiha, Fatima, Fatma, Fouad, Habib, Hafsa, Hakim, Hala, Hamid, Hamza, Hana, Hanan, Hasan, Hassan, Hatem, Hicham, Hind, Houda, Houria, Hussein,
    Ibrahim, Idris, Ikram, Imane, Ines, Ismail, Jamal, Jamila, Kamal, Karim, Karima, Khadija, Khaled, Khalid, Khalil, Laila, Lamia, Latifa, Leïla,
    Lina, Mahmoud, Majid, Malika, Mansour, Mariam, Maryam, Meriem, Mohamed, Mohammad, Mohammed, Mounir, Mourad, Mouna, Muhammad, Mustafa, Mustapha,
    Nabil, Nadia, Najat, Naima, Nasser, Nawal, Noor, Nora, Omar, Othman, Rachid, Rachida, Rania, Rashid, Reda, Rim, Saad, Said, Saïda, Salah, Salem,
    Salim, Salima, Salma, Sami, Samir, Samira, Sana, Siham, Sofiane, Soumaya, Tarek, Tariq, Walid, Yahya, Yasmina, Yasmine, Yassine, Youssef, Younes,
    Yusuf, Zahra, Zainab, Zakaria, Zineb, Ziad
  `),
  ...listed(`
    محمد, أحمد, علي, عبد, عبدالله, عمر, خالد, حسن, حسين, إبراهيم, يوسف, مصطفى, محمود, سعيد, سالم, كريم, طارق, فاطمة, عائشة, مريم, زينب, خديجة, ليلى, سارة, نور, هدى,
    سلمى, نادية, أمينة, ياسمين
  `),
  ...listed(`
    Agnieszka, Aleksander, Aleksandra, Andrei, Andrzej, Anastasia, Barbora, Bogdan, Boris, Bożena, Dariusz, Dmitri, Dorota, Ekaterina, Elżbieta,
    Ewa, Goran, Grzegorz, Igor, Irina, István, Ivana, Ivo, Jacek, Jadwiga, Jakub, Jana, János, Jarmila, Jerzy, Jiří, József, Kamila, Katarína, Katarzyna,
    Krzysztof, Lászlo, Ludmila, Łukasz, Maciej, Magda, Małgorzata, Marek, Mateusz, Michal, Michał, Milena, Miloš, Mirosław, Natasha, Nikolai, Olga, Oleg,
    Pavel, Paweł, Petr, Piotr, Radek, Roman, Sergei, Slavica, Stanisław, Svetlana, Szymon, Tamás, Tatiana, Tomasz, Václav, Vladimir, Vojtěch, Weronika,
    Wojciech, Yuri, Zbigniew, Zdeněk, Zofia, Zoltán, Anders, Annika, Arne, Åsa, Asta, Astrid, Birgitta, Bjarne, Einar, Elin, Erik, Frida, Gunnar, Hanne,
    Harri, Helga, Henrik, Inger, Ingvar, Jari, Johanne, Jouni, Kari, Kirsten, Kjell, Knut, Leif, Magnus, Malin, Mats, Mette, Mikael, Mikko, Niels, Oddvar,
    Ole, Ragnar, Sanna, Signe, Sigrun, Solveig, Søren, Svend, Sverre, Torbjørn, Tove, Trond, Tuomas, Ulf, Vibeke, Ahmet, Ayşe, Emre, Fatih, Hakan, Mehmet,
    Murat, Mustafa, Zeynep, Akira, Haruka, Hiroshi, Kenji, Takashi, Yuki, Anil, Anjali, Arjun, Deepak, Lakshmi, Priya, Rajesh, Ravi, Sanjay, Sunita, Vijay,
    Chen, Mei, Wei, Xiao, Nguyen
  `),
]
